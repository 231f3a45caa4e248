select memory.receive('billing', repeat('c', 64), repeat('d', 16), at, convert_to(coalesce(at::text, 'now'), 'UTF8'))
from unnest(array[null, now() - interval '13 days', now() - interval '2 days']) as at;
