using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Associations;
using Networks.Data.Conventions;
using Networks.Data.Officers;

namespace Networks.Data.Connections;

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<Association>().WithMany().HasForeignKey(t => t.AssociationId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(t => t.OfficerId);
        builder.Property(t => t.Name).HasMaxLength(ColumnLengths.Name);

        // All of them, separated by commas.
        builder.Property(t => t.Scopes).HasMaxLength(ColumnLengths.Word);
        builder.Property(t => t.SecretHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(t => t.SecretHash).IsUnique();
    }
}

internal sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<Officer>().WithMany().HasForeignKey(f => f.OfficerId);
        builder.Property(f => f.SecretHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(f => f.SecretHash).IsUnique();
    }
}

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>
{
    /// <summary>What browsers and servers take at least.</summary>
    private const int addressLength = 2000;

    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.HasOne<Association>().WithMany().HasForeignKey(w => w.AssociationId);
        builder.Property(w => w.Address).HasMaxLength(addressLength);
        builder.Property(w => w.ProtectedKey).HasMaxLength(-1);
        builder.Property(w => w.Events).HasJson().HasMaxLength(-1);
    }
}

internal sealed class WebhookDeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
        builder.Property(d => d.Event).HasMaxLength(ColumnLengths.Word);
        builder.Property(d => d.Body).HasMaxLength(-1);
        builder.Property(d => d.LastFault).HasMaxLength(ColumnLengths.Word);
        builder.HasIndex(d => new { d.Status, d.NotBefore });
        builder.HasIndex(d => new { d.WebhookId, d.CreatedAt });
    }
}
