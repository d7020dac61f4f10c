/**
 * What a terminal tells central operations: its state, the faults of its devices, its transactions. Bodies of TEL-V1 and TXN-V1.
 */
@Export
@Version("0.1.0")
package io.changbai.platform.messages.operations;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
