/**
 * Photographs of QR codes as telephones and kiosk cameras take them, drawn from a seed: turned, tilted, bent, blurred, in bad
 * light, damaged. For tests and benchmarks; nobody's picture is among them.
 */
@Export
@Version("0.1.0")
package io.changbai.device.emulators.photo;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
