/**
 * What was done for whom: one state table, each step in the journal before its outside effect.
 */
@Export
@Version("0.1.0")
package io.changbai.transactions;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
