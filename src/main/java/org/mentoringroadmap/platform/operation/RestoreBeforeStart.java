package org.mentoringroadmap.platform.operation;

import java.time.Clock;
import java.util.Arrays;
import org.mentoringroadmap.matching.cli.Terminal;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/** With {@value RestoreCommand#COMMAND} as first argument the process puts a copy of the database back, and ends. */
final class RestoreBeforeStart implements ApplicationListener<ApplicationStartingEvent> {
    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        String[] args = event.getArgs();
        if (args.length > 0 && RestoreCommand.COMMAND.equals(args[0])) {
            System.exit(RestoreCommand.run(
                    Arrays.asList(args).subList(1, args.length),
                    System.getenv(),
                    Clock.systemDefaultZone(),
                    Terminal.out()));
        }
    }
}
