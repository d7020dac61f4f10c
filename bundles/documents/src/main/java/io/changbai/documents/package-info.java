/**
 * Turns what was issued into pages: A4 as PDF with embedded fonts, receipts as lines of the right width.
 */
@Export
@Version("0.1.0")
package io.changbai.documents;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
