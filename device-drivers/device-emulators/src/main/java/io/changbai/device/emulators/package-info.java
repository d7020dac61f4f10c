/**
 * The far end of every wire: devices a terminal speaks to, played in software from their data sheets, with the faults
 * people, cables and paper cause. Plain Java; nothing here knows a driver.
 */
@Export
@Version("0.1.0")
package io.changbai.device.emulators;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
