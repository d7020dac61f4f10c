/**
 * The words every device shares: its status, its faults and who mends them, its commands and how they end. Vocabulary: XFS4IoT.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
