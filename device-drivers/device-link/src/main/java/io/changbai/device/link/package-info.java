/**
 * Channels to hardware, found by URI: bytes (serial, TCP), smart card slots (PC/SC), camera frames (MJPEG over HTTP, and
 * whatever ffmpeg reads).
 */
@Export
@Version("0.1.0")
package io.changbai.device.link;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
