package io.changbai.face.camera.internal.engine;

import io.changbai.device.api.driver.DeviceThread.Cancellation;

/** Nobody judges. */
public final class NoEngine implements FaceEngine {

    @Override
    public void prepare() {
        // nothing takes time
    }

    @Override
    public Judgement judge(byte[] jpeg, Cancellation cancellation) {
        return new Judgement.Nobody();
    }

    @Override
    public void forget() {
        // nothing was kept
    }

    @Override
    public void rest() {
        // nothing runs
    }

    @Override
    public Condition condition() {
        return Condition.NONE;
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public boolean checksLiveness() {
        return false;
    }

    @Override
    public void close() {
        // nothing runs
    }
}
