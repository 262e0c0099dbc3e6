import django.db.models.deletion
import orjson
from django.db import migrations, models


def fill(apps, schema_editor):
    """Number the citations of the claims that are published already."""
    claims, citations = (apps.get_model("archive", name).objects for name in ("ClaimEntry", "CitationEntry"))
    batch = []
    for key, body in claims.order_by("key").values_list("key", "body").iterator(chunk_size=500):
        for number, one in enumerate(orjson.loads(body)["citations"], start=1):
            row = {"number": number, "source": one["source"], "stance": one["stance"]}
            batch.append(citations.model(claim_id=key, **row))
        if len(batch) >= 500:
            citations.bulk_create(batch)
            batch.clear()
    citations.bulk_create(batch)


class Migration(migrations.Migration):

    dependencies = [
        ('archive', '0011_changes'),
    ]

    operations = [
        migrations.DeleteModel(name='ClaimSource'),
        migrations.CreateModel(
            name='CitationEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=100)),
                ('stance', models.CharField(max_length=30)),
                ('claim', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='archive.claimentry')),
            ],
            options={
                'ordering': ['claim', 'number'],
                'indexes': [models.Index(fields=['source'], name='citation_source')],
                'constraints': [models.UniqueConstraint(fields=('claim', 'number'), name='citation_number_once')],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
