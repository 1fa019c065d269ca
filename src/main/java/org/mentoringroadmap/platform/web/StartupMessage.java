package org.mentoringroadmap.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in one line that the application is ready and where. */
@Component
class StartupMessage {
    private static final Logger LOG = LoggerFactory.getLogger(StartupMessage.class);

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web) {
            LOG.info("READY http://localhost:{}/", web.getWebServer().getPort());
        }
    }
}
