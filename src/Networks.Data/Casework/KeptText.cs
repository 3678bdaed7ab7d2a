using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;
using Networks.Data.Officers;

namespace Networks.Data.Casework;

/// <summary>What a person has typed into a form and not sent yet: kept per person, page and form, until it is sent or dropped.</summary>
public sealed class KeptText
{
    private KeptText()
    {
    }

    public KeptText(Guid id, OfficerId officerId, string page, string form)
    {
        Id = id;
        OfficerId = officerId;
        Page = page;
        Form = form;
    }

    public Guid Id { get; private set; }

    public OfficerId OfficerId { get; private set; }

    /// <summary>Path of the page, without its query.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Name of the form on the page.</summary>
    public string Form { get; private set; } = "";

    /// <summary>By name of the field; never a password, a code or a file.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; set; } = new Dictionary<string, string>();

    public DateTimeOffset KeptAt { get; set; }
}

internal sealed class KeptTextMapping : IEntityTypeConfiguration<KeptText>
{
    /// <summary>Two ids and some words.</summary>
    private const int addressLength = 200;

    public void Configure(EntityTypeBuilder<KeptText> builder)
    {
        builder.ToTable("KeptTexts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<Officer>().WithMany().HasForeignKey(t => t.OfficerId);
        builder.Property(t => t.Page).HasMaxLength(addressLength);
        builder.Property(t => t.Form).HasMaxLength(ColumnLengths.Word);
        builder.Property(t => t.Fields).HasJson().HasMaxLength(-1);
        builder.HasIndex(t => new { t.OfficerId, t.Page, t.Form }).IsUnique();
        builder.HasIndex(t => t.KeptAt);
    }
}
