package io.changbai.document.camera.internal.picture;

import io.changbai.document.camera.internal.picture.Brightness.Parting;

/** Finds a bright page on a dark table. Thresholds were tried on drawn pages; a site lays a dark mat under the camera. */
public final class PageFinder {

    /** What one glance shows. */
    public sealed interface Found {

        /** A page lies whole in the picture. */
        record Page(Quad quad) implements Found {}

        record Nothing() implements Found {}

        /** Something page-like reaches over the edge. */
        record Partly() implements Found {}

        record Darkness() implements Found {}
    }

    private static final Found NOTHING = new Found.Nothing();
    private static final Found DARK = new Found.Darkness();

    /** Where even the brightest hundredth is no brighter than this, the light is out. */
    private static final int DARKNESS = 24;
    /** A page in too little light is no brighter than this, but still differs from the mat. */
    private static final int DUSK = 90;

    private static final double DUSK_CONTRAST = 14;
    /** Paper and table differ by at least this. */
    private static final double LEAST_CONTRAST = 45;
    /** An identity card under a camera for A4 pages is about a twentieth of the picture. */
    private static final double LEAST_SHARE = 0.03;
    /** A page is its own hull but for dark print at its edge. */
    private static final double LEAST_SOLID = 0.55;
    /** How far the hull may bulge out of four straight sides. */
    private static final double MOST_BULGE = 1.10;

    private PageFinder() {}

    /** @param glance a few hundred pixels wide are enough */
    public static Found look(Picture glance) {
        Brightness brightness = new Brightness(glance);
        Parting parting = brightness.part();
        int brightest = brightness.allBut(0.01);
        if (brightest < DARKNESS) {
            return DARK;
        } else if (parting.apart() < LEAST_CONTRAST) {
            return brightest < DUSK && parting.apart() > DUSK_CONTRAST ? DARK : NOTHING;
        }
        BrightPatch patch = new BrightPatch(glance, parting.threshold());
        return patch.area() < LEAST_SHARE * glance.width() * glance.height() ? NOTHING : judge(glance, patch);
    }

    private static Found judge(Picture glance, BrightPatch patch) {
        Hull hull = new Hull(patch.outline());
        if (hull.size() < 4 || patch.area() < LEAST_SOLID * hull.area()) {
            return NOTHING;
        }
        Quad quad = Quad.upright(hull.largestQuad());
        if (quad.reachesOver(glance.width(), glance.height())) {
            return new Found.Partly();
        }
        boolean straight = hull.area() < MOST_BULGE * quad.area();
        return straight && quad.isPageShaped() ? new Found.Page(quad) : NOTHING;
    }
}
