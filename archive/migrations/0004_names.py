import orjson
from django.db import migrations, models

import archive.models.search
from archive.search.texts import name_line, names_of


def fill(apps, schema_editor):
    """Let the sources, actors and places that are published already be found by name."""
    rows = apps.get_model("archive", "NameEntry").objects
    for kind in ("sources", "publications", "actors", "places", "conflicts"):
        entries = apps.get_model("archive", f"{kind[:-1]}Entry").objects.values_list("key", "name", "body")
        batch = []
        for key, name, body in entries.iterator(chunk_size=500):
            names = [name] if kind == "sources" else names_of(orjson.loads(body))
            batch.append(rows.model(kind=kind, key=key, name=name, terms=name_line(kind, names)))
            if len(batch) == 500:
                rows.bulk_create(batch)
                batch.clear()
        rows.bulk_create(batch)


class Migration(migrations.Migration):

    dependencies = [
        ("archive", "0003_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="NameEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("key", models.CharField(max_length=100)),
                ("name", models.CharField(max_length=2000)),
                ("terms", archive.models.search.TermsField()),
            ],
            options={
                "ordering": ["kind", "key"],
                "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="name_once")],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
