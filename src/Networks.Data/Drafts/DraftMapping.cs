using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;

namespace Networks.Data.Drafts;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.WordFile);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FrozenPdf);
        builder.Property(d => d.TextHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(d => d.FrozenHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(d => d.Template).HasMaxLength(ColumnLengths.Word);
        builder.Property(d => d.Note).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(d => new { d.CaseId, d.Number }).IsUnique();
    }
}

internal sealed class ApprovalRoundMapping : IEntityTypeConfiguration<ApprovalRound>
{
    public void Configure(EntityTypeBuilder<ApprovalRound> builder)
    {
        builder.ToTable("ApprovalRounds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasOne<Draft>().WithMany().HasForeignKey(r => r.DraftId);
        builder.Property(r => r.Message).HasMaxLength(ColumnLengths.Remark);
        builder.Ignore(r => r.ApprovedByAll);
        builder.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
        builder.OwnsMany(r => r.Answers, answer =>
        {
            answer.ToTable("FirmAnswers");
            answer.WithOwner().HasForeignKey("RoundId");
            answer.HasKey("RoundId", nameof(FirmAnswer.ParticipantId));
            answer.Property(a => a.ParticipantId).ValueGeneratedNever();
            answer.Property(a => a.TypedName).HasMaxLength(ColumnLengths.Name);
            answer.Property(a => a.Clause).HasMaxLength(ColumnLengths.Word);
            answer.Property(a => a.Remark).HasMaxLength(ColumnLengths.Remark);
            answer.Property(a => a.ApprovedHash).HasMaxLength(ColumnLengths.Hash);
        });
        builder.Navigation(r => r.Answers).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class FirmLinkMapping : IEntityTypeConfiguration<FirmLink>
{
    public void Configure(EntityTypeBuilder<FirmLink> builder)
    {
        builder.ToTable("FirmLinks");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasOne<Participant>().WithMany().HasForeignKey(l => l.ParticipantId);
        builder.Property(l => l.TokenHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(l => l.TokenHash).IsUnique();
    }
}

internal sealed class FirmCodeMapping : IEntityTypeConfiguration<FirmCode>
{
    public void Configure(EntityTypeBuilder<FirmCode> builder)
    {
        builder.ToTable("FirmCodes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<ApprovalRound>().WithMany().HasForeignKey(c => c.RoundId);
        builder.Property(c => c.CodeHash).HasMaxLength(ColumnLengths.Hash);
        builder.HasIndex(c => new { c.RoundId, c.ParticipantId });
    }
}
