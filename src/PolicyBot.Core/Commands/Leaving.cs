using PolicyBot.Chat;
using PolicyBot.Digests;

namespace PolicyBot.Commands;

/// <summary>The bot was taken out of a conversation, or it was closed: what was to be told there is paused, and the owners hear of it.</summary>
internal sealed class Leaving(Desk desk)
{
    public async Task<Handled> HandleAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var orders = (await desk.Memory.ListOrdersAsync(message.Conversation, null, cancellationToken))
            .Where(o => o.State == OrderState.Active && o.To.Kind == DeliveryKind.Message && o.To.Conversation.Channel == message.Conversation.Channel).ToList();
        var told = orders.Where(o => o.OwnerId is not null).DistinctBy(o => o.OwnerId);
        return new()
        {
            Orders = [.. orders.Select(o => o with { State = OrderState.Lost })],
            Replies = [.. told.Select(o => new OutgoingReply(LostOrders.Say(o, LostOrders.Left(o)), Delivery.To(message.Conversation, o.OwnerId!)))],
        };
    }
}
