/**
 * What a new terminal and the enrolment authority say to each other over HTTPS, before there is a certificate.
 */
@Export
@Version("0.1.0")
package io.changbai.platform.messages.enrolment;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
