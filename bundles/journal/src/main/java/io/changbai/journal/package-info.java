/**
 * The durable store of the terminal: ordered records by feed. What append has returned for survives SIGKILL and power loss.
 */
@Export
@Version("0.1.0")
package io.changbai.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
