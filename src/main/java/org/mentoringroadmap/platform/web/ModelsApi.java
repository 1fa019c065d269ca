package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.platform.deploy.DeployedModels;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The models in force for programs, and all of them for Modeler. */
@RestController
class ModelsApi {
    /**
     * A model in force.
     *
     * @param key id of the process, decision or form
     * @param kind ROADMAP, STAGE, BLOCK, DECISION or FORM
     * @param version the engine's number
     * @param source SHIPPED or DEPLOYED
     * @param deployedAt when this version came
     * @param differs whether the shipped file of this name is another one
     */
    record ModelJson(
            String key,
            DeployedModels.Kind kind,
            int version,
            DeployedModels.Source source,
            LocalDateTime deployedAt,
            boolean differs) {}

    /**
     * What a file would be refused for.
     *
     * @param file bare file name
     * @param element id of the element; null when the whole file is meant
     * @param label its label; null when it has none
     * @param message what to do, in Russian
     */
    record Problem(String file, String element, String label, String message) {
        static Problem of(ModelProblem problem) {
            return new Problem(problem.resource(), problem.elementId(), problem.elementName(), problem.advice());
        }
    }

    /** What a check has found; empty when everything could be deployed. */
    record Check(List<Problem> problems) {}

    private final DeployedModels models;
    private final CurrentUser user;

    ModelsApi(DeployedModels models, CurrentUser user) {
        this.models = models;
        this.user = user;
    }

    /** All models in force. */
    @GetMapping("/api/models")
    List<ModelJson> list() {
        return models.newest().stream()
                .map(model -> new ModelJson(
                        model.key(),
                        model.kind(),
                        model.version(),
                        model.source(),
                        model.deployedAt(),
                        model.differs()))
                .toList();
    }

    /** Checks files as their deployment would, and deploys nothing. */
    @PostMapping("/api/models/check")
    Check checkFiles(@RequestParam(required = false) List<MultipartFile> files) throws IOException {
        user.require(Role.MODEL_ADMINISTRATOR);
        return new Check(models.check(read(files)).stream().map(Problem::of).toList());
    }

    /** Everything that Modeler needs, as one archive. */
    @GetMapping("/api/models/bundle.zip")
    void bundle(HttpServletResponse response) throws IOException {
        user.require(Role.MODEL_ADMINISTRATOR);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("models.zip").build().toString());
        models.bundle(response.getOutputStream());
    }

    /** The files that were sent. */
    static List<ModelFile> read(List<MultipartFile> files) throws IOException {
        List<ModelFile> read = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                read.add(new ModelFile(file.getOriginalFilename(), file.getBytes()));
            }
        }
        if (read.isEmpty()) {
            throw new UserInputException("models.no-file");
        }
        return read;
    }
}
