/**
 * What differs between the makes of a device, as far as a driver notices.
 */
@Export
@Version("0.1.0")
package io.changbai.device.emulators.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
