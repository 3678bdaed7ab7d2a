using Networks.Data.Conventions;

namespace Networks.Data;

// One line each: an id has no behaviour but its type. New() takes the clock so that demo and tests set the time in it.

public readonly record struct CaseId(Guid Value) : IEntityId<CaseId>
{
    public static CaseId Of(Guid value) => new(value);

    public static CaseId New(TimeProvider clock) => new(Ids.New(clock));

    public override string ToString() => Value.ToString();
}

public readonly record struct ProgrammeId(Guid Value) : IEntityId<ProgrammeId>
{
    public static ProgrammeId Of(Guid value) => new(value);

    public static ProgrammeId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct AssociationId(Guid Value) : IEntityId<AssociationId>
{
    public static AssociationId Of(Guid value) => new(value);

    public static AssociationId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct OfficerId(Guid Value) : IEntityId<OfficerId>
{
    public static OfficerId Of(Guid value) => new(value);

    public static OfficerId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct FirmId(Guid Value) : IEntityId<FirmId>
{
    public static FirmId Of(Guid value) => new(value);

    public static FirmId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct ParticipantId(Guid Value) : IEntityId<ParticipantId>
{
    public static ParticipantId Of(Guid value) => new(value);

    public static ParticipantId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct DraftId(Guid Value) : IEntityId<DraftId>
{
    public static DraftId Of(Guid value) => new(value);

    public static DraftId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct RoundId(Guid Value) : IEntityId<RoundId>
{
    public static RoundId Of(Guid value) => new(value);

    public static RoundId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct FilingId(Guid Value) : IEntityId<FilingId>
{
    public static FilingId Of(Guid value) => new(value);

    public static FilingId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct FileId(Guid Value) : IEntityId<FileId>
{
    public static FileId Of(Guid value) => new(value);

    public static FileId New(TimeProvider clock) => new(Ids.New(clock));
}

public readonly record struct WorkItemId(Guid Value) : IEntityId<WorkItemId>
{
    public static WorkItemId Of(Guid value) => new(value);

    public static WorkItemId New(TimeProvider clock) => new(Ids.New(clock));
}

/// <summary>
/// Ids are made by the client, version 7: in the order of time, so that new rows stay together; within one millisecond
/// in the order in which this process made them.
/// </summary>
public static class Ids
{
    private static uint _made;

    public static Guid New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(clock.GetUtcNow()).TryWriteBytes(bytes, bigEndian: true, out _);

        // RFC 9562 section 6.2, method 1: a counter of 32 bits after the millisecond, around version and variant.
        var made = Interlocked.Increment(ref _made);
        bytes[6] = (byte)(0x70 | (made >> 28));
        bytes[7] = (byte)(made >> 20);
        bytes[8] = (byte)(0x80 | (made >> 14 & 0x3F));
        bytes[9] = (byte)(made >> 6);
        bytes[10] = (byte)((made << 2) | (bytes[10] & 0x03u));
        return new Guid(bytes, bigEndian: true);
    }
}
