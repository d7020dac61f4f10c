package io.changbai.document.camera.internal;

import io.changbai.device.api.page.Page;
import io.changbai.device.api.page.PageResult;
import io.changbai.document.camera.internal.picture.Jpeg;
import io.changbai.document.camera.internal.picture.Perspective;
import io.changbai.document.camera.internal.picture.Picture;
import io.changbai.document.camera.internal.picture.Quad;
import io.changbai.document.camera.internal.picture.Sharpness;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.Optional;

/** Cuts a page out of a frame: decoded where it lies, straightened, judged, and packed small enough. Wipes what it made. */
final class PageCut {

    /** The corners were found on a coarse look, so a little of the table may be within them. */
    private static final double INSET = 0.006;

    private static final float[] QUALITIES = {0.85f, 0.7f, 0.5f};
    private static final double[] SIZES = {1, 0.75, 0.5};

    private final PageRules rules;

    PageCut(PageRules rules) {
        this.rules = rules;
    }

    /** Captured or Blurred. Empty when the frame turns out damaged, or cannot be packed. */
    Optional<PageResult> cut(byte[] frame, Quad quad) throws IOException {
        Rectangle around = around(quad);
        Optional<Picture> decoded = Jpeg.decode(frame, around);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        Picture picture = decoded.get();
        try {
            return judged(picture, quad.scaled(1, around.x, around.y).inset(INSET));
        } finally {
            picture.wipe();
        }
    }

    /** The decoder cuts it at the picture's edges. */
    private static Rectangle around(Quad quad) {
        Rectangle around = new Rectangle(-1, -1);
        quad.corners().forEach(corner -> around.add(corner.x(), corner.y()));
        around.grow(2, 2);
        return around.intersection(new Rectangle(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    private Optional<PageResult> judged(Picture picture, Quad quad) throws IOException {
        Perspective above = new Perspective(quad);
        double full = Math.min(1, rules.longEdge() / Math.max(quad.width(), quad.height()));
        for (double size : SIZES) {
            int width = Math.max(1, (int) Math.round(quad.width() * full * size));
            int height = Math.max(1, (int) Math.round(quad.height() * full * size));
            Picture page = above.straighten(picture, width, height);
            try {
                if (size == SIZES[0] && Sharpness.of(page) < rules.sharpness()) {
                    return Optional.of(new PageResult.Blurred());
                }
                Optional<PageResult> packed = packed(page);
                if (packed.isPresent()) {
                    return packed;
                }
            } finally {
                page.wipe();
            }
        }
        return Optional.empty();
    }

    private Optional<PageResult> packed(Picture page) throws IOException {
        for (float quality : QUALITIES) {
            Optional<byte[]> jpeg = Jpeg.encode(page, quality, rules.bytes());
            if (jpeg.isPresent()) {
                return Optional.of(new PageResult.Captured(new Page(jpeg.get(), page.width(), page.height())));
            }
        }
        return Optional.empty();
    }
}
