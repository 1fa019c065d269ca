package org.mentoringroadmap.mentorship.process;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.roadmap.block.BlockChoice;
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
}
