package io.changbai.journey.internal;

import io.changbai.device.api.signal.Glow;
import io.changbai.device.api.signal.Light;
import io.changbai.journey.Screen;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which lights glow at which screen: a hint beside the thing to touch, not only on the screen (accessibility.md §3.4). */
final class Guidance {

    private static final Map<String, Light> OF_WAY = Map.of(
            "ID_CARD", Light.CONTACTLESS,
            "SOCIAL_CARD", Light.CARD_READER,
            "E_CARD_CODE", Light.SCANNER);

    private static final Map<String, Light> OF_STEP =
            Map.of("printing-document", Light.DOCUMENT_PRINTER, "printing-receipt", Light.RECEIPT_PRINTER);

    private static final Map<String, Light> OF_ITEM = Map.of(
            "card", Light.CARD_READER,
            "document", Light.DOCUMENT_PRINTER,
            "receipt", Light.RECEIPT_PRINTER);

    private Guidance() {}

    /** The lights that are not off. */
    static Map<Light, Glow> of(Screen screen) {
        Map<Light, Glow> lights = new EnumMap<>(Light.class);
        if (screen instanceof Screen.Identify identify) {
            glow(lights, OF_WAY, identify.ways());
        } else if (screen instanceof Screen.Progress progress) {
            glow(lights, OF_STEP, List.of(progress.step()));
        } else if (screen instanceof Screen.Take take) {
            glow(lights, OF_ITEM, take.items());
        }
        boolean serves = !(screen instanceof Screen.OutOfService);
        lights.put(serves ? Light.STATUS_GOOD : Light.STATUS_BAD, Glow.CONTINUOUS);
        return lights;
    }

    private static void glow(Map<Light, Glow> lights, Map<String, Light> known, List<String> things) {
        for (String thing : things) {
            if (known.containsKey(thing)) {
                lights.put(known.get(thing), Glow.MEDIUM);
            }
        }
    }
}
