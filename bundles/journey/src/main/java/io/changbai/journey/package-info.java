/**
 * One visit from approach to wiped: one state machine, one table, one timer table. What the screens show and what they may ask for.
 */
@Export
@Version("0.1.0")
package io.changbai.journey;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
