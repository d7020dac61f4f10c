package io.changbai.device.check;

import io.changbai.device.api.page.DocumentCamera;
import io.changbai.device.contract.DocumentCameraContract;

/** Run by the command, found by name. */
final class DocumentCameraRules extends Rules<DocumentCamera, DocumentCameraContract.PageHands>
        implements DocumentCameraContract {}
