package io.changbai.device.emulators.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.changbai.device.emulators.CameraEmulator;

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
        table.add(id(), "dark", "Dark", body -> camera.dark(body.flag("on")), Parameter.flag("on"));
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
    }

    @Override
    public void reset() {
        camera.plug();
        camera.showNobody();
        camera.dark(false);
        camera.freeze(false);
    }

    /** What the camera sees now, as JPEG. */
    byte[] frame() {
        return camera.frame();
    }

    private void show(Body body) throws BadRequest {
        if (body.has("resident")) {
            camera.show(residents.find(body.text("resident")).key());
        } else {
            camera.showNobody();
        }
    }
}
