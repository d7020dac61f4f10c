package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.CameraEmulator;
import io.changbai.device.emulators.CameraEmulator.Sight;
import java.util.Locale;

/** The face camera on the bench. */
final class FaceCameraOnBench implements BenchDevice {
    private final CameraEmulator camera;
    private final Residents residents;

    FaceCameraOnBench(int port, Residents residents) {
        this.camera = new CameraEmulator(port);
        this.residents = residents;
    }

    @Override
    public String id() {
        return "face-camera";
    }

    @Override
    public AutoCloseable start() {
        return camera.start();
    }

    @Override
    public void addTo(ActionTable table) {
        table.add(
                id(),
                "show",
                "Somebody stands there, or nobody",
                this::show,
                Parameter.resident().optional());
        table.add(
                id(),
                "show-code",
                "A telephone with a code is held up",
                body -> camera.showCode(body.text("text")),
                Parameter.text("text"));
        table.add(id(), "dark", "Dark", body -> camera.dark(body.flag("on")), Parameter.flag("on"));
        table.add(
                id(),
                "sight",
                "How they are seen",
                this::sight,
                Parameter.choice("how", "well", "far", "two", "turned", "blurred", "overexposed"));
        table.add(id(), "garbage", "Broken pictures", body -> camera.garbage(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "slow", "A picture every 2 s", body -> camera.slow(body.flag("on")), Parameter.flag("on"));
        table.add(id(), "freeze", "Frozen picture", body -> camera.freeze(body.flag("on")), Parameter.flag("on"));
        table.cable(id(), camera::unplug, camera::plug);
    }

    @Override
    public void describe(ObjectNode device) {
        device.put("plugged", camera.plugged());
        device.put("port", camera.port());
        device.put("resident", camera.shown().orElse(null));
        device.put("dark", camera.isDark());
        device.put("frozen", camera.isFrozen());
        device.put("sight", camera.sight().name().toLowerCase(Locale.ROOT));
        device.put("garbage", camera.sendsGarbage());
        device.put("slow", camera.isSlow());
    }

    @Override
    public void reset() {
        camera.plug();
        camera.showNobody();
        camera.dark(false);
        camera.freeze(false);
        camera.sight(Sight.WELL);
        camera.garbage(false);
        camera.slow(false);
    }

    /** What the camera sees now, as JPEG. */
    byte[] frame() {
        return camera.frame();
    }

    private void sight(Body body) throws BadRequest {
        String how = body.text("how");
        for (Sight each : Sight.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(how)) {
                camera.sight(each);
                return;
            }
        }
        throw new BadRequest("The camera sees people well, far, two, turned, blurred or overexposed.");
    }

    private void show(Body body) throws BadRequest {
        if (body.has("resident")) {
            camera.show(residents.find(body.text("resident")).key());
        } else {
            camera.showNobody();
        }
    }
}
