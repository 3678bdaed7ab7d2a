using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Conventions;
using Networks.Data.Officers;

namespace Networks.Data.Administration;

public enum DataRequestKind
{
    /// <summary>Art. 16 GDPR.</summary>
    Correction,

    /// <summary>Art. 17 GDPR.</summary>
    Erasure,
}

/// <summary>A person of the service asks that data about them be corrected or erased; an administrator answers.</summary>
public sealed class DataRequest
{
    private DataRequest()
    {
    }

    public DataRequest(Guid id, OfficerId officerId, DataRequestKind kind, string text, DateTimeOffset askedAt, DateOnly lastDay)
    {
        Id = id;
        OfficerId = officerId;
        Kind = kind;
        Text = text;
        AskedAt = askedAt;
        LastDay = lastDay;
    }

    public Guid Id { get; private set; }

    public OfficerId OfficerId { get; private set; }

    public DataRequestKind Kind { get; private set; }

    /// <summary>In the person's words.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>By when it is answered: one month, art. 12(3) GDPR.</summary>
    public DateOnly LastDay { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public OfficerId? AnsweredBy { get; private set; }

    /// <summary>What was done and what was not, and why.</summary>
    public string? Answer { get; private set; }

    public void Settle(string answer, OfficerId? by, DateTimeOffset at)
    {
        Answer = answer;
        AnsweredBy = by;
        AnsweredAt = at;
    }
}

internal sealed class DataRequestMapping : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.ToTable("DataRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Officer>().WithMany().HasForeignKey(r => r.OfficerId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(r => r.AnsweredBy);
        builder.Property(r => r.Text).HasMaxLength(ColumnLengths.Remark);
        builder.Property(r => r.Answer).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(r => new { r.OfficerId, r.AskedAt });
    }
}
