package org.mentoringroadmap;

import java.util.Arrays;
import org.mentoringroadmap.matching.cli.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Entry point of Mentoring Roadmap: the application, or with {@value CommandLine#COMMAND} the solver alone for files. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MentoringRoadmapApplication {
    public static void main(String[] args) {
        if (args.length > 0 && CommandLine.COMMAND.equals(args[0])) {
            System.exit(CommandLine.run(Arrays.asList(args).subList(1, args.length)));
        }
        SpringApplication.run(MentoringRoadmapApplication.class, args);
    }
}
