package fledge.template;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface TemplateItemRepository extends ListCrudRepository<TemplateItem, UUID> {

    List<TemplateItem> findByTemplateIdInOrderByPosition(Collection<UUID> templateIds);
}
