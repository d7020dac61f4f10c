/**
 * The terminal's papers: who it is, for which site, and the TLS identity it proves it with. The only room that touches the private key.
 */
@Export
@Version("0.1.0")
package io.changbai.terminal.enrolment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
