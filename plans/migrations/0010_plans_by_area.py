from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0009_plans_by_letters")]
    operations = [
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["area_name"], name="plan_by_area"),
        )
    ]
