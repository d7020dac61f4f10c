/**
 * Resident ID card and social security card readers.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.card;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
