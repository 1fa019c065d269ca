package org.mentoringroadmap.activity.process;

import java.util.Set;
import org.mentoringroadmap.activity.term.ControlPoints;
import org.mentoringroadmap.activity.term.Frequency;
import org.mentoringroadmap.roadmap.block.BlockParameter;
import org.mentoringroadmap.roadmap.block.ReliedOn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What models may tell the blocks that run one activity. */
@Configuration(proxyBeanMethods = false)
class ActivityBlocks {
    private static final String PUBLICATION = "publication";

    @Bean
    BlockParameter frequencyOfAnActivity() {
        return BlockParameter.choice("recurring-activity", ActivityVariables.FREQUENCY.name(), Frequency.IDS)
                .beside(Frequency::against);
    }

    @Bean
    BlockParameter monthsOfControlPoints() {
        return BlockParameter.text(
                        "control-points",
                        ActivityVariables.POINTS.name(),
                        "months",
                        months -> ControlPoints.months(months).isPresent())
                .beside(ControlPoints::outside);
    }

    @Bean
    BlockParameter rolesOfPublishers() {
        return BlockParameter.roles(PUBLICATION, "publisher");
    }

    @Bean
    BlockParameter linkOfAPublication() {
        return BlockParameter.choice(PUBLICATION, "linked", Set.of("true", "false"));
    }

    @Bean
    ReliedOn endOfAnActivity() {
        return new ReliedOn("activity", Set.of("Task_RecordOutcome"));
    }

    @Bean
    ReliedOn endOfAClassChecklist() {
        return new ReliedOn("class-checklist", Set.of("Task_CollectClasses"));
    }

    @Bean
    ReliedOn partsOfARoleChecklist() {
        return new ReliedOn("role-checklist", Set.of("Task_DoOwnPart"));
    }
}
