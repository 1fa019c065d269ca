package org.mentoringroadmap;

import java.util.Arrays;
import org.mentoringroadmap.matching.headless.MatchCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Entry point of Mentoring Roadmap: the application, or with {@value MatchCommand#NAME} the solver alone for files. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentoringRoadmapApplication {
    public static void main(String[] args) {
        if (args.length > 0 && MatchCommand.NAME.equals(args[0])) {
            System.exit(MatchCommand.run(Arrays.asList(args).subList(1, args.length)));
        }
        SpringApplication.run(MentoringRoadmapApplication.class, args);
    }
}
