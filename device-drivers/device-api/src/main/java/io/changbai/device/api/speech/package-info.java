/**
 * A voice for people who do not read the screen.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.speech;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
