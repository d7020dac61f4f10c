/**
 * What a driver stands on: one named thread, one status board. Nobody but drivers needs it.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.driver;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
