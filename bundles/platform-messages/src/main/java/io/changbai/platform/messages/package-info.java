/**
 * Topics, payload and conventions of the wire, compatible with Eclipse Kura; and the JSON codec of all bodies.
 */
@Export
@Version("0.1.0")
package io.changbai.platform.messages;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
