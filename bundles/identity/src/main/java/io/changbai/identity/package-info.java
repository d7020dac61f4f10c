/**
 * Who stands here: a claim by card or code, verified by face. The only room that ever holds a face.
 */
@Export
@Version("0.1.0")
package io.changbai.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
