namespace Networks.Data.Conventions;

/// <summary>An id of its own type: a firm's id cannot be passed where a case's is wanted.</summary>
public interface IEntityId<TSelf>
    where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Of(Guid value);
}
