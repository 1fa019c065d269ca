package org.mentoringroadmap;

import java.time.Clock;
import java.util.Arrays;
import org.mentoringroadmap.matching.cli.CommandLine;
import org.mentoringroadmap.matching.cli.Terminal;
import org.mentoringroadmap.platform.operation.RestoreCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Entry point of Mentoring Roadmap: the application, with {@value CommandLine#COMMAND} the solver alone for files, or with
 * {@value RestoreCommand#COMMAND} the way back to a copy of the database.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MentoringRoadmapApplication {
    public static void main(String[] args) {
        if (args.length > 0 && CommandLine.COMMAND.equals(args[0])) {
            System.exit(CommandLine.run(Arrays.asList(args).subList(1, args.length)));
        }
        if (args.length > 0 && RestoreCommand.COMMAND.equals(args[0])) {
            System.exit(RestoreCommand.run(
                    Arrays.asList(args).subList(1, args.length),
                    System.getenv(),
                    Clock.systemDefaultZone(),
                    Terminal.out()));
        }
        SpringApplication.run(MentoringRoadmapApplication.class, args);
    }
}
