/**
 * Receipt and document printers. A print job cannot be made without the token of a live visit.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.print;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
