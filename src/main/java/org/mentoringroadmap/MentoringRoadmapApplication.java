package org.mentoringroadmap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Entry point of Mentoring Roadmap. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MentoringRoadmapApplication {
    public static void main(String[] args) {
        SpringApplication.run(MentoringRoadmapApplication.class, args);
    }
}
