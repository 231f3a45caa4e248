update memory.deploy_request set approved_by = opened_by, approved_at = now();
