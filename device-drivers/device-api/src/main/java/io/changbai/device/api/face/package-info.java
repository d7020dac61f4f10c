/**
 * Face capture. Only identity and the camera driver may import this package.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.face;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
