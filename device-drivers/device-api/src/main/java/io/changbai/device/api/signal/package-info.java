/**
 * The cabinet around the devices: its lights, its doors, who stands before it, and the power it runs on. Words: XFS4IoT
 * Lights, Auxiliaries and PowerManagement.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.signal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
