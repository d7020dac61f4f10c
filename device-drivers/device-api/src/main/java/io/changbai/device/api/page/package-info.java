/**
 * Papers a resident lays under a camera.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.page;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
