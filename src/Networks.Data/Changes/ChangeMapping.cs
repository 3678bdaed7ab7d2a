using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Networks.Data.Cases;
using Networks.Data.Conventions;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Files;

namespace Networks.Data.Changes;

internal sealed class NetworkChangeMapping : IEntityTypeConfiguration<NetworkChange>
{
    public void Configure(EntityTypeBuilder<NetworkChange> builder)
    {
        builder.ToTable("NetworkChanges");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(c => c.FilerId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.Document);
        builder.Property(c => c.Cause).HasMaxLength(ColumnLengths.Word);
        builder.Property(c => c.Text).HasMaxLength(ColumnLengths.Remark);
        builder.Property(c => c.TermsJson).HasMaxLength(-1);
        builder.Property(c => c.FrozenHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(c => c.NotaryName).HasMaxLength(ColumnLengths.Name);
        builder.Property(c => c.Repertorio).HasMaxLength(ColumnLengths.Identifier);
        builder.HasIndex(c => new { c.CaseId, c.Status });
    }
}

internal sealed class ChangeVoteMapping : IEntityTypeConfiguration<ChangeVote>
{
    public void Configure(EntityTypeBuilder<ChangeVote> builder)
    {
        builder.ToTable("ChangeVotes");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasOne<NetworkChange>().WithMany().HasForeignKey(v => v.ChangeId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(v => v.ParticipantId);
        builder.Property(v => v.TokenHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(v => v.SignedName).HasMaxLength(ColumnLengths.Name);
        builder.Property(v => v.Remark).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(v => v.TokenHash).IsUnique();
        builder.HasIndex(v => new { v.ChangeId, v.ParticipantId }).IsUnique();
    }
}

internal sealed class ChangeTaskMapping : IEntityTypeConfiguration<ChangeTask>
{
    public void Configure(EntityTypeBuilder<ChangeTask> builder)
    {
        builder.ToTable("ChangeTasks");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<NetworkChange>().WithMany().HasForeignKey(t => t.ChangeId);
        builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId);
        builder.Property(t => t.Code).HasMaxLength(ColumnLengths.Word);
        builder.Property(t => t.Values).HasJson().HasMaxLength(-1);
        builder.Property(t => t.DoneNote).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(t => t.ChangeId);
        builder.HasIndex(t => t.CaseId);
    }
}

internal sealed class ChangeSignatureMapping : IEntityTypeConfiguration<ChangeSignature>
{
    public void Configure(EntityTypeBuilder<ChangeSignature> builder)
    {
        builder.ToTable("ChangeSignatures");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<NetworkChange>().WithMany().HasForeignKey(s => s.ChangeId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.File);
        builder.Property(s => s.ReportJson).HasMaxLength(-1);
        builder.Property(s => s.FrozenHash).HasMaxLength(ColumnLengths.Hash);
        builder.Property(s => s.Signatories).HasJson().HasMaxLength(-1);
        builder.Property(s => s.AcceptedReason).HasMaxLength(ColumnLengths.Remark);
        builder.HasIndex(s => s.ChangeId);
    }
}
