/**
 * Encrypting PIN pads: a PIN leaves them as an encrypted block only.
 */
@Export
@Version("0.1.0")
package io.changbai.device.api.pin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
