package org.mentoringroadmap.mentorship.process;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.roadmap.block.BlockChoice;
import org.mentoringroadmap.roadmap.block.ReliedOn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the block that waits for meetings can be called with. */
@Configuration(proxyBeanMethods = false)
class MeetingBlocks {
    @Bean
    BlockChoice meetingKinds() {
        return new BlockChoice(
                "meetings-watch",
                MentorshipVariables.MEETING_KIND.name(),
                Arrays.stream(MeetingKind.values()).map(MeetingKind::id).collect(Collectors.toSet()));
    }

    @Bean
    ReliedOn dutiesOfAFormation() {
        return new ReliedOn("pair-formation", Set.of("Task_CollectDuties"));
    }

    @Bean
    ReliedOn stepsOfASearch() {
        return new ReliedOn("mentor-search", Set.of("Task_ReviewProposal", "Task_Support"));
    }

    @Bean
    ReliedOn watchOfMeetings() {
        return new ReliedOn("meetings-watch", Set.of("Task_WatchMeetings"));
    }

    @Bean
    ReliedOn meetingOfAPair() {
        return new ReliedOn("meeting", Set.of("Task_HoldMeeting"));
    }

    @Bean
    ReliedOn partsOfPairs() {
        return new ReliedOn("pair-task", Set.of("Task_DoPairsPart"));
    }
}
