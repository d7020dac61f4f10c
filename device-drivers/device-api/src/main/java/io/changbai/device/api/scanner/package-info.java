/**
 * Readers of QR codes a person holds.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.scanner;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
