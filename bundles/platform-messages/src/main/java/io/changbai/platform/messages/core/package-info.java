/**
 * CORE-V1: what a terminal asks the province's core platform, and what it answers. A province replaces the sandbox by answering these.
 */
@Export
@Version("0.1.0")
package io.changbai.platform.messages.core;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
