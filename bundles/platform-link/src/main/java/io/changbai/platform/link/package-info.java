/**
 * One MQTT session to the platform: questions with answers, outbound feeds with end-to-end acknowledgement, commands in.
 */
@Export
@Version("0.1.0")
package io.changbai.platform.link;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
