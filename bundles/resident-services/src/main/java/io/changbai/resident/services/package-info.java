/**
 * What residents come for: services as data, and the performing of one of them up to its papers.
 */
@Export
@Version("0.1.0")
package io.changbai.resident.services;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
